/*
 * The sentences of Lifeboat's language. Whoever changes this reads `docs/language.md` first.
 *
 * A NEWLINE arrives here only where it ends something: `dev.lifeboat.grammar.parser.Tokens` drops the others. Every
 * decision can be made by the next token. Alternatives with BAD_… and WRONG_… are mistakes that people make: they are
 * taken here and refused by the tree builder, so that each is one message and parsing goes on behind it.
 */
parser grammar RunbookParser;

options { tokenVocab = RunbookLexer; }

// Entry points. `piece` is what parsing goes on with after an error: anything that can stand at the start of a line
// outside of bodies, up to the brace it opens.

sourceFile
    : runbookHead ( NEWLINE topLevel )* EOF # runbookFile
    | libraryHead ( NEWLINE topLevel )* EOF # libraryFile
    ;

wholeExpression
    : expression EOF
    ;

wholeStatement
    : statement EOF
    ;

piece
    : RUNBOOK name text    # runbookPiece
    | headerClause         # headerPiece
    | libraryHead pieceEnd # libraryPiece
    | declaration pieceEnd # declarationPiece
    | procedureHead        # procedurePiece
    | phaseHead            # phasePiece
    | step pieceEnd        # stepPiece
    | manual pieceEnd      # manualPiece
    | perform pieceEnd     # performPiece
    | parallelHead         # parallelPiece
    | forEachHead          # forEachPiece
    | result pieceEnd      # resultPiece
    ;

pieceEnd
    : NEWLINE | RBRACE | EOF
    ;

// Files

runbookHead
    : RUNBOOK name text headerClause*
    ;

libraryHead
    : LIBRARY name
    ;

headerClause
    : VERSION text                     # versionClause
    | OWNER role                       # ownerClause
    | REVIEW EVERY duration            # reviewClause
    | RTO duration                     # rtoClause
    | RPO duration                     # rpoClause
    | OBJECTIVE name WITHIN duration   # objectiveClause
    | ON FAILURE runPolicy             # onFailureClause
    | REQUIRES name text               # requiresClause
    | DRILL frequency                  # drillClause
    ;

runPolicy
    : PAUSE    # pauseRun
    | ROLLBACK # rollbackRun
    | STOP     # stopRun
    ;

frequency
    : MONTHLY   # monthly
    | QUARTERLY # quarterly
    | ANNUAL    # annual
    ;

topLevel
    : declaration # topDeclaration
    | procedure   # topProcedure
    | phase       # topPhase
    ;

declaration
    : USE text                                                # useDeclaration
    | PARAM name COLON typeName ( ASSIGN expression )?        # paramDeclaration
    | ESCALATION ( ladder | name ladder? )                    # escalationDeclaration
    | UPDATES EVERY duration TO roles USING templateUse       # updatesDeclaration
    | TEMPLATE name parameters line? templateBody             # templateDeclaration
    ;

ladder
    : LBRACE ( rung ( NEWLINE rung )* )? RBRACE
    ;

rung
    : AFTER duration NOTIFY roles
    ;

parameters
    : LPAREN ( parameter ( COMMA parameter )* )? RPAREN
    ;

parameter
    : name COLON typeName
    ;

typeName
    : NAME             # simpleType
    | LIST OF typeName # listType
    ;

procedure
    : procedureHead ( procedureLine ( NEWLINE procedureLine )* )? RBRACE
    ;

procedureHead
    : PROCEDURE name parameters ( RETURNS typeName )? text LBRACE
    ;

procedureLine
    : item   # itemLine
    | result # resultLine
    ;

result
    : RETURN expression
    ;

// Phases and what stands in them

phase
    : phaseHead items RBRACE
    ;

phaseHead
    : PHASE name text phaseClause* LBRACE
    ;

phaseClause
    : WITHIN duration # withinClause
    | WHEN expression # phaseWhenClause
    ;

items
    : ( item ( NEWLINE item )* )?
    ;

item
    : step                          # stepItem
    | manual                        # manualItem
    | perform                       # performItem
    | parallelHead items RBRACE     # parallelItem
    | forEachHead items RBRACE      # forEachItem
    ;

step
    : STEP name text stepClause* block? handler*
    ;

manual
    : MANUAL name text stepClause* handler*
    ;

perform
    : PERFORM name arguments AS name stepClause* handler*
    ;

parallelHead
    : PARALLEL LBRACE
    ;

forEachHead
    : FOR EACH name IN expression repeatLimit* LBRACE
    ;

repeatLimit
    : AT ( MOST count AT ONCE | LEAST count )
    ;

stepClause
    : WHEN expression                                                # whenClause
    | TIMEOUT duration                                               # timeoutClause
    | RETRY count TIMES duration APART ( BACKOFF factor )?           # retryClause
    | APPROVE BY ( TWO OF )? role ( OR role )* ( WITHIN duration )?  # approveClause
    | TAKES duration                                                 # takesClause
    | BY role                                                        # byClause
    ;

handler
    : VERIFY block     # verifyHandler
    | UNDO block       # undoHandler
    | IRREVERSIBLE text # irreversibleHandler
    | KEEP text        # keepHandler
    | ON FAILURE block # onFailureHandler
    ;

// Statements

block
    : LBRACE ( statement ( NEWLINE statement )* )? RBRACE
    ;

statement
    : LET name ( COLON typeName )? ASSIGN expression                 # letStatement
    | NAME DOT name arguments                                        # callStatement
    | IF expression block elseBranch*                                # ifStatement
    | MATCH expression LBRACE ( matchCase ( NEWLINE? matchCase )* )? RBRACE # matchStatement
    | FOR name IN expression block                                   # forStatement
    | WAIT waiting                                                   # waitStatement
    | REQUIRE expression ( COMMA text )?                             # requireStatement
    | NOTIFY roles ( VIA name ( COMMA name )* )? message             # notifyStatement
    | ESCALATE TO role text                                          # escalateStatement
    | SERVICE LEVEL count text                                       # serviceLevelStatement
    | REACHED name                                                   # reachedStatement
    | ASK name COLON answer text                                     # askStatement
    | POINT OF NO RETURN text                                        # pointOfNoReturnStatement
    | SKIP_WORD text                                                 # skipStatement
    | FINISH text                                                    # finishStatement
    | FAIL text                                                      # failStatement
    | CONTINUE                                                       # continuePolicy
    | ROLLBACK ( TO BEFORE name )?                                   # rollbackPolicy
    | PAUSE                                                          # pausePolicy
    | STOP                                                           # stopPolicy
    | RETRY AT MOST count TIMES                                      # retryPolicy
    ;

elseBranch
    : ELSE ( IF expression )? block
    ;

matchCase
    : CONSTANT ( COMMA CONSTANT )* block # constantsCase
    | ELSE block                         # elseCase
    ;

waiting
    : UNTIL expression EVERY expression TIMEOUT expression stall? # waitingUntil
    | expression                                                  # waitingFor
    ;

stall
    : FAILING IF expression UNCHANGED FOR expression
    ;

message
    : text              # textMessage
    | USING templateUse # templateMessage
    ;

templateUse
    : name arguments?
    ;

answer
    : typeName           # typedAnswer
    | ONE OF expression  # oneAnswer
    | MANY OF expression # manyAnswer
    ;

roles
    : role ( COMMA role )*
    ;

role
    : ROLE     # goodRole
    | BAD_ROLE # badRole
    ;

// Expressions, tightest binding first

expression
    : expression DOT name arguments?                                            # member
    | expression LBRACKET expression RBRACKET                                   # index
    | <assoc = right> expression OTHERWISE expression                           # otherwise
    | MINUS expression                                                          # negation
    | expression ( STAR | SLASH ) expression                                    # product
    | expression ( PLUS | MINUS ) expression                                    # sum
    | expression comparator expression                                          # comparison
    | ( NOT | WRONG_NOT ) expression                                            # not
    | expression ( AND | WRONG_AND ) expression                                 # and
    | expression ( OR | WRONG_OR ) expression                                   # or
    | IF expression THEN expression ELSE expression                             # conditional
    | LPAREN expression RPAREN                                                  # parenthesized
    | LBRACKET ( expression ( comprehension | ( COMMA expression )* ) )? RBRACKET # list
    | name arguments?                                                           # reference
    | literal                                                                   # literalExpression
    | text                                                                      # textExpression
    ;

comparator
    : EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | IN
    | ASSIGN | WRONG_NOT_EQUAL
    ;

comprehension
    : FOR name IN expression ( IF expression )?
    ;

arguments
    : LPAREN ( argument ( COMMA argument )* )? RPAREN
    ;

// `Tokens` makes a NAME of any word before a colon.
argument
    : expression ( COLON expression )?
    ;

literal
    : TRUE          # trueLiteral
    | FALSE         # falseLiteral
    | NONE          # noneLiteral
    | INT           # intLiteral
    | DECIMAL       # decimalLiteral
    | DURATION      # durationLiteral
    | SIZE          # sizeLiteral
    | PERCENT       # percentLiteral
    | TIMESTAMP     # timestampLiteral
    | CONSTANT      # constantLiteral
    | role          # roleLiteral
    | BAD_LITERAL   # badLiteral
    | BAD_DATE      # badDate
    | WRONG_LITERAL # wrongLiteral
    ;

duration
    : DURATION    # goodDuration
    | INT         # durationWithoutUnit
    | ( DECIMAL | SIZE | PERCENT | BAD_LITERAL ) # badDuration
    ;

count
    : INT         # goodCount
    | BAD_LITERAL # badCount
    ;

factor
    : INT         # intFactor
    | DECIMAL     # decimalFactor
    | BAD_LITERAL # badFactor
    ;

// Texts

text
    : line                                                 # lineText
    | BLOCK_OPEN textPart* ( BLOCK_CLOSE | UNCLOSED_TEXT ) # blockText
    | WRONG_TEXT                                           # wrongText
    ;

line
    : TEXT_OPEN textPart* ( TEXT_CLOSE | UNCLOSED_TEXT )
    ;

textPart
    : CHARACTERS                                                                       # charactersPart
    | ESCAPE                                                                           # escapePart
    | BAD_ESCAPE                                                                       # badEscapePart
    | ( INTERPOLATION | INTERPOLATION_IF | INTERPOLATION_END ) expression RBRACE       # interpolationPart
    ;

templateBody
    : BLOCK_OPEN templatePart* ( BLOCK_CLOSE | UNCLOSED_TEXT )
    ;

templatePart
    : CHARACTERS                                                     # templateCharacters
    | ESCAPE                                                         # templateEscape
    | BAD_ESCAPE                                                     # templateBadEscape
    | INTERPOLATION expression RBRACE                                # templateInterpolation
    | INTERPOLATION_IF IF expression templateIf                      # templateIfPart
    | INTERPOLATION_FOR FOR name IN expression RBRACE templatePart* templateEnd # templateForPart
    ;

// `${if c then a else b}` is a value, `${if c} … ${end}` a part that is there if c holds.
templateIf
    : THEN expression ELSE expression RBRACE               # templateConditional
    | RBRACE templatePart* templateElse* templateEnd       # templateBranches
    ;

templateElse
    : INTERPOLATION_ELSE ELSE ( IF expression )? RBRACE templatePart*
    ;

templateEnd
    : INTERPOLATION_END END RBRACE
    ;

name
    : NAME | BAD_WORD | VERSION | OWNER | REVIEW | EVERY | RTO | RPO | OBJECTIVE | WITHIN | ON | FAILURE
    | REQUIRES | DRILL | MONTHLY | QUARTERLY | ANNUAL | ESCALATION | AFTER | NOTIFY | UPDATES | TO | USING
    | WHEN | TIMEOUT | RETRY | TIMES | APART | BACKOFF | APPROVE | BY | TWO | OF | TAKES | AS | AT | MOST
    | LEAST | ONCE | EACH | VERIFY | UNDO | IRREVERSIBLE | KEEP | RETURNS | RETURN | LIST | MATCH | FAILING
    | UNCHANGED | VIA | ESCALATE | SERVICE | LEVEL | REACHED | ASK | ONE | MANY | POINT | NO | SKIP_WORD
    | FINISH | FAIL | CONTINUE | ROLLBACK | BEFORE | PAUSE | STOP | END
    ;
