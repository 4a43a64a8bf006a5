package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Code;
import dev.lifeboat.grammar.Explanations;

/** The findings about files of which nobody could see what is in them. */
public enum FileCode implements Code {
    UNREADABLE("LB001", "A file that can't be read or written"),
    STALE_SEAL("LB002", "A seal that does not fit any more"),
    NOT_SCHEDULED("LB003", "A backup that nobody takes");

    private final String id;
    private final String title;

    FileCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return Explanations.read(FileCode.class, id);
    }
}
