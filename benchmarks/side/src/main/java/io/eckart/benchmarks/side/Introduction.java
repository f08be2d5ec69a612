package io.eckart.benchmarks.side;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a side says of itself once it has loaded the data.
 *
 * @param name with version
 * @param methods what it can be asked for
 * @param versions of what it stands on, its BLAS included
 * @param rows n; 0 where the data is no table in memory
 * @param columns d
 */
public record Introduction(String name, List<String> methods, Map<String, String> versions, int rows, int columns) {
    public Introduction {
        methods = List.copyOf(methods);
        versions = Map.copyOf(versions);
    }

    /** The JDK as it stands in versions. */
    public static String jdk() {
        return System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version");
    }

    String json() {
        String entries = versions.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", "));
        return "{\"name\": " + quoted(name) + ", \"methods\": ["
                + methods.stream().map(Introduction::quoted).collect(Collectors.joining(", ")) + "], \"versions\": {"
                + entries + "}, \"rows\": " + rows + ", \"columns\": " + columns + "}";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                quoted.append(' ');
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
