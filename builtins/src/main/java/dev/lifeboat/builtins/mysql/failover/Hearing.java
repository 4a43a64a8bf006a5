package dev.lifeboat.builtins.mysql.failover;

/** What a replica can say about whether its primary lives. */
enum Hearing {
    /** It still receives from it, or reached it when its receiver was restarted. */
    HEARS,
    /** Its receiver was restarted and does not reach it. */
    DEAF,
    /** It follows another server, or none: it can't tell. */
    ELSEWHERE,
    /** It can't be asked. */
    UNSEEN
}
