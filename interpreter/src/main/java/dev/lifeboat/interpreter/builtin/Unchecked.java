package dev.lifeboat.interpreter.builtin;

/** What a reflective call threw, to be thrown on as it was: the wrapping is ours and says nothing. */
public final class Unchecked {
    private Unchecked() {}

    /** @return an exception to throw; an Error is thrown at once. No builtin or port declares a checked exception */
    public static RuntimeException of(Throwable thrown) {
        return switch (thrown) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> new IllegalStateException("A checked exception that nothing declares.", thrown);
        };
    }
}
