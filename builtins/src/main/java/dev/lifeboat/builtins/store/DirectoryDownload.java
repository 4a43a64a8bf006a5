package dev.lifeboat.builtins.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What is in an object of a folder. */
final class DirectoryDownload extends InputStream {
    private final String object;
    private final FileChannel channel;
    private final DirectoryFaults faults;

    DirectoryDownload(String object, FileChannel channel, DirectoryFaults faults) {
        this.object = object;
        this.channel = channel;
        this.faults = faults;
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            return channel.read(ByteBuffer.wrap(bytes, from, length));
        } catch (IOException e) {
            throw faults.of("read", object, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
