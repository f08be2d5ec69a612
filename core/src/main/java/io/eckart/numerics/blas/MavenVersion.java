package io.eckart.numerics.blas;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of a library on the class path, read from what Maven wrote into its jar. */
final class MavenVersion {
    private MavenVersion() {}

    /** The version, or {@code "unknown"} if the jar does not contain it. */
    static String of(String group, String artifact) {
        String name = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream in = MavenVersion.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                return "unknown";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
