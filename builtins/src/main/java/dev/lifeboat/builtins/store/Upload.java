package dev.lifeboat.builtins.store;

import java.io.OutputStream;

/** An object that is being written. Closed before it is complete, it leaves nothing behind. */
public abstract class Upload extends OutputStream {

    /** The object is there, whole, when this returns. */
    public abstract StoredObject complete();

    @Override
    public abstract void close();
}
