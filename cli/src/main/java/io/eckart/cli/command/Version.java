package io.eckart.cli.command;

import io.eckart.model.fitted.EckartVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the version the build wrote into a resource, and the Java it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "eckart " + EckartVersion.current(),
            "Java " + Runtime.version() + ", " + System.getProperty("java.vendor") + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
