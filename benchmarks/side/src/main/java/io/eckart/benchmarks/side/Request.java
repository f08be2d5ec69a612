package io.eckart.benchmarks.side;

import java.util.List;

/**
 * One piece of work for one side.
 *
 * @param method the side's name for it, without spaces
 * @param arguments what the method takes, none of them empty or with spaces
 */
public record Request(String method, List<String> arguments) {
    public Request {
        arguments = List.copyOf(arguments);
    }

    public static Request of(String method, Object... arguments) {
        return new Request(
                method, List.of(arguments).stream().map(String::valueOf).toList());
    }

    /**
     * The request of a line.
     *
     * @throws IllegalArgumentException if the line is empty
     */
    public static Request parse(String line) {
        List<String> words = List.of(line.strip().split(" ", -1));
        if (words.getFirst().isEmpty()) {
            throw new IllegalArgumentException("a request is a method and its arguments, got '" + line + "'");
        }
        return new Request(words.getFirst(), words.subList(1, words.size()));
    }

    public String line() {
        return arguments.isEmpty() ? method : method + " " + String.join(" ", arguments);
    }

    public String text(int at) {
        if (at >= arguments.size()) {
            throw new IllegalArgumentException("'" + line() + "' lacks argument " + (at + 1));
        }
        return arguments.get(at);
    }

    public int whole(int at) {
        return Integer.parseInt(text(at));
    }
}
