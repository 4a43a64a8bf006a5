package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.survey.Observed;

/**
 * One look at a primary from here, at the application's port and, where that does not answer, at the administrative one.
 *
 * @param admin what came back there; {@code null} where it was not asked
 */
record PrimaryLook(Reach own, Reach admin) {

    /** What a look says of the server behind it. */
    enum Contact {
        /** It answers as it should. */
        ANSWERS,
        /** It answers on its administrative port alone. */
        ADMIN_ONLY,
        /** It has no connections left (1040). */
        OVERLOADED,
        /** It lives, and refuses Lifeboat's account. */
        DENIES,
        /** It lives, and answers with an error. */
        COMPLAINS,
        /** It accepts the connection and says nothing. */
        SILENT,
        /** Nobody takes the connection. */
        CLOSED
    }

    static PrimaryLook at(MySqlServer primary, boolean hasAdminPort) {
        Reach own = primary.reach(Observed.TO_ANSWER);
        boolean askAdmin = hasAdminPort && !own.answered();
        return new PrimaryLook(own, askAdmin ? primary.reachAdmin(Observed.TO_ANSWER) : null);
    }

    Contact contact() {
        return switch (own.answer()) {
            case ANSWERED -> Contact.ANSWERS;
            case TOO_MANY_CONNECTIONS -> Contact.OVERLOADED;
            case DENIED -> Contact.DENIES;
            case OTHER_ERROR -> Contact.COMPLAINS;
            case SILENT, REFUSED, NO_ROUTE, NOT_CONFIGURED -> unanswered();
        };
    }

    private Contact unanswered() {
        if (admin != null && admin.answered()) {
            return Contact.ADMIN_ONLY;
        }
        boolean silent = own.answer() == Answer.SILENT || admin != null && admin.answer() == Answer.SILENT;
        return silent ? Contact.SILENT : Contact.CLOSED;
    }

    /** Whether its machine itself said that nothing listens there: then its process is gone. */
    boolean refused() {
        return own.answer() == Answer.REFUSED && (admin == null || admin.answer() == Answer.REFUSED);
    }

    String told() {
        String text = "port of the application: " + own.detail();
        return admin == null ? text : text + "; administrative port: " + admin.detail();
    }
}
