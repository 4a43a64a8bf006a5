/*
 * The words of Lifeboat's language. Whoever changes this reads `docs/language.md` first.
 *
 * Every mistake that has a shape is a token of its own (BAD_…, WRONG_…, UNCLOSED_TEXT), so that it gets one message and
 * parsing goes on behind it. `dev.lifeboat.grammar.parser.Tokens` stands between this lexer and the parser: it drops
 * the line ends that end nothing.
 */
lexer grammar RunbookLexer;

// What a `${` begins can be told by the word behind it: `Tokens` turns INTERPOLATION into one of these.
tokens { INTERPOLATION_IF, INTERPOLATION_ELSE, INTERPOLATION_FOR, INTERPOLATION_END }

// Reserved words.

TRUE         : 'true' ;
FALSE        : 'false' ;
NONE         : 'none' ;
NOT          : 'not' ;
AND          : 'and' ;
OR           : 'or' ;
IN           : 'in' ;
IF           : 'if' ;
THEN         : 'then' ;
ELSE         : 'else' ;
FOR          : 'for' ;
LET          : 'let' ;
REQUIRE      : 'require' ;
WAIT         : 'wait' ;
UNTIL        : 'until' ;
RUNBOOK      : 'runbook' ;
LIBRARY      : 'library' ;
USE          : 'use' ;
PARAM        : 'param' ;
PHASE        : 'phase' ;
STEP         : 'step' ;
PARALLEL     : 'parallel' ;
PERFORM      : 'perform' ;
MANUAL       : 'manual' ;
PROCEDURE    : 'procedure' ;
TEMPLATE     : 'template' ;

// Words that have a meaning in their place and may be names elsewhere: the parser's rule `name` lists them.

VERSION      : 'version' ;
OWNER        : 'owner' ;
REVIEW       : 'review' ;
EVERY        : 'every' ;
RTO          : 'rto' ;
RPO          : 'rpo' ;
OBJECTIVE    : 'objective' ;
WITHIN       : 'within' ;
ON           : 'on' ;
FAILURE      : 'failure' ;
REQUIRES     : 'requires' ;
DRILL        : 'drill' ;
MONTHLY      : 'monthly' ;
QUARTERLY    : 'quarterly' ;
ANNUAL       : 'annual' ;
ESCALATION   : 'escalation' ;
AFTER        : 'after' ;
NOTIFY       : 'notify' ;
UPDATES      : 'updates' ;
TO           : 'to' ;
USING        : 'using' ;
WHEN         : 'when' ;
TIMEOUT      : 'timeout' ;
RETRY        : 'retry' ;
TIMES        : 'times' ;
APART        : 'apart' ;
BACKOFF      : 'backoff' ;
APPROVE      : 'approve' ;
BY           : 'by' ;
TWO          : 'two' ;
OF           : 'of' ;
TAKES        : 'takes' ;
AS           : 'as' ;
AT           : 'at' ;
MOST         : 'most' ;
LEAST        : 'least' ;
ONCE         : 'once' ;
EACH         : 'each' ;
VERIFY       : 'verify' ;
UNDO         : 'undo' ;
IRREVERSIBLE : 'irreversible' ;
KEEP         : 'keep' ;
RETURNS      : 'returns' ;
RETURN       : 'return' ;
LIST         : 'list' ;
MATCH        : 'match' ;
FAILING      : 'failing' ;
UNCHANGED    : 'unchanged' ;
VIA          : 'via' ;
ESCALATE     : 'escalate' ;
SERVICE      : 'service' ;
LEVEL        : 'level' ;
REACHED      : 'reached' ;
ASK          : 'ask' ;
ONE          : 'one' ;
MANY         : 'many' ;
POINT        : 'point' ;
NO           : 'no' ;
SKIP_WORD    : 'skip' ;
FINISH       : 'finish' ;
FAIL         : 'fail' ;
CONTINUE     : 'continue' ;
ROLLBACK     : 'rollback' ;
BEFORE       : 'before' ;
PAUSE        : 'pause' ;
STOP         : 'stop' ;
END          : 'end' ;

// Literals. INT, DURATION and the others are longer than what they begin with, or else BAD_LITERAL is.

INT       : Integer ;
DECIMAL   : Integer Fraction ;
DURATION  : ( Integer ( 'ms' | 's' | 'm' | 'h' | 'd' ) )+ ;
SIZE      : Integer Fraction? ( [kMGT]? 'B' | [KMGT] 'iB' ) ;
PERCENT   : Integer Fraction? '%' ;
TIMESTAMP : Date 'T' Digit Digit ':' Digit Digit ( ':' Digit Digit ( '.' Digit+ )? )?
            ( 'Z' | [+\-] Digit Digit ':' Digit Digit ) ;
ROLE      : '@' [a-z] [a-z0-9_]* ;
NAME      : [a-z] [a-z0-9_]* ;

WRONG_AND     : 'AND' | '&&' ;
WRONG_OR      : 'OR' | '||' ;
WRONG_NOT     : 'NOT' | '!' ;
WRONG_LITERAL : 'NULL' | 'NONE' | 'TRUE' | 'FALSE' ;
CONSTANT      : [A-Z] [A-Z_]* ;

BAD_LITERAL : [0-9] [0-9A-Za-z_]* ( '.' [0-9A-Za-z_]+ )* '%'? ;
BAD_DATE    : Date ( 'T' [0-9:.]* )? ;
BAD_ROLE    : '@' [0-9A-Za-z_\-]* ;
BAD_WORD    : [A-Za-z_] [0-9A-Za-z_]* ;
WRONG_TEXT  : '\'' ~['\r\n]* '\'' ;

fragment Integer  : '0' | [1-9] [0-9]* ( '_' [0-9]+ )* ;
fragment Fraction : '.' [0-9]+ ;
fragment Digit    : [0-9] ;
fragment Date     : Digit Digit Digit Digit '-' Digit Digit '-' Digit Digit ;

// Marks. Every brace pushes a mode, so that the brace that closes an interpolation finds its way back into the text.

LBRACE   : '{' -> pushMode(DEFAULT_MODE) ;
RBRACE   : '}' -> popMode ;
LPAREN   : '(' ;
RPAREN   : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
COMMA    : ',' ;
COLON    : ':' ;
DOT      : '.' ;
ASSIGN   : '=' ;

EQUAL            : '==' ;
NOT_EQUAL        : '!=' ;
WRONG_NOT_EQUAL  : '<>' ;
LESS             : '<' ;
LESS_OR_EQUAL    : '<=' ;
GREATER          : '>' ;
GREATER_OR_EQUAL : '>=' ;
OTHERWISE        : '??' ;
PLUS             : '+' ;
MINUS            : '-' ;
STAR             : '*' ;
SLASH            : '/' ;

TEXT_OPEN  : '"' -> pushMode(TEXT) ;
BLOCK_OPEN : '"""' -> pushMode(BLOCK) ;

COMMENT         : '#' ~[\n]* -> channel(HIDDEN) ;
WRONG_COMMENT   : ( '--' | '//' ) ~[\n]* | '/*' .*? ( '*/' | EOF ) ;
WRONG_SEMICOLON : ';' ;
NEWLINE         : '\r'? '\n' ;
BLANKS          : [ \t]+ -> skip ;
// Characters that do not show themselves. They are found before the lexer runs; here they are only passed over.
HIDDEN_MARK     : [\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\u200B\u2060\uFEFF] -> skip ;
UNKNOWN         : . ;

mode TEXT;

TEXT_CLOSE         : '"' -> popMode ;
CHARACTERS         : ~["\\$\r\n]+ ;
ESCAPE             : '\\' ( ["\\nt] | '${' ) ;
BAD_ESCAPE         : '\\' ~[\r\n]? ;
INTERPOLATION      : '${' -> pushMode(DEFAULT_MODE) ;
DOLLAR             : '$' -> type(CHARACTERS) ;
UNCLOSED_TEXT      : '\r'? '\n' -> popMode ;
TEXT_RETURN        : '\r' -> type(CHARACTERS) ;

mode BLOCK;

BLOCK_CLOSE         : '"""' -> popMode ;
BLOCK_CHARACTERS    : ~["\\$]+ -> type(CHARACTERS) ;
BLOCK_QUOTE         : '"' -> type(CHARACTERS) ;
BLOCK_ESCAPE        : '\\' ( ["\\nt] | '${' ) -> type(ESCAPE) ;
BLOCK_BAD_ESCAPE    : '\\' . -> type(BAD_ESCAPE) ;
BLOCK_INTERPOLATION : '${' -> type(INTERPOLATION), pushMode(DEFAULT_MODE) ;
BLOCK_DOLLAR        : '$' -> type(CHARACTERS) ;
BLOCK_BACKSLASH     : '\\' -> type(BAD_ESCAPE) ;

