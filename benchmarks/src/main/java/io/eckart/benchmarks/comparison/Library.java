package io.eckart.benchmarks.comparison;

import java.util.List;
import java.util.stream.Stream;

/** What others build on, and where their programs are. */
enum Library {
    SCIKIT_LEARN("scikit-learn", Kind.PYTHON),
    TORCH("torch", Kind.PYTHON),
    ONNX_RUNTIME("onnxruntime", Kind.JAVA),
    TRIBUO("tribuo", Kind.JAVA),
    DJL("djl", Kind.JAVA),
    SPARK("spark", Kind.JAVA);

    /** How a program is started. */
    enum Kind {
        /** By an interpreter that has the library; the program is a script. */
        PYTHON,
        /** By this JDK on a class path that has the library; the program is a class. */
        JAVA
    }

    private final String word;
    private final Kind kind;

    Library(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** What this library needs from Java beside what every side has. */
    List<String> javaOptions() {
        return switch (this) {
            case SPARK ->
                Stream.concat(
                                Stream.of("--sun-misc-unsafe-memory-access=allow"),
                                Stream.of(
                                                "java.lang",
                                                "java.lang.invoke",
                                                "java.util",
                                                "java.nio",
                                                "java.net",
                                                "sun.nio.ch")
                                        .map(inner -> "--add-opens=java.base/" + inner + "=ALL-UNNAMED"))
                        .toList();
            case SCIKIT_LEARN, TORCH, ONNX_RUNTIME, TRIBUO, DJL -> List.of();
        };
    }

    String word() {
        return word;
    }

    Kind kind() {
        return kind;
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static Library of(String word) {
        for (Library library : values()) {
            if (library.word.equals(word)) {
                return library;
            }
        }
        throw new IllegalArgumentException("no library is called '" + word + "'");
    }
}
