package dev.lifeboat.cli;

import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"lifeboat 0.1.0"};
    }
}
