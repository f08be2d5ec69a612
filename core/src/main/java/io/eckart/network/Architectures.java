package io.eckart.network;

import io.eckart.numerics.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes architectures from the names and settings in files. */
public final class Architectures {
    private static final int SHOWN = 60;

    /** Of a list of widths: the most layers, each of any width. */
    private static final int LONGEST =
            NetworkEncoder.MOST_LAYERS * String.valueOf(Integer.MIN_VALUE).length();

    private Architectures() {}

    /**
     * The architecture of a kind, the inverse of {@link Architecture#kind} and {@link Architecture#settings}.
     *
     * @throws IllegalArgumentException if the kind is unknown or a setting is missing or out of range
     */
    public static Architecture of(String kind, Map<String, String> settings) {
        return switch (kind) {
            case "free" -> new FreeEncoder();
            case "pinv" -> new PinvEncoder();
            case "shared" -> new SharedEncoder();
            case "unrolled" ->
                new UnrolledEncoder(
                        whole(settings, "depth"),
                        read(settings, "step", Double::valueOf),
                        read(settings, "bounded", Architectures::truth));
            case "untied" ->
                new UntiedEncoder(whole(settings, "depth"), read(settings, "per_layer", Architectures::truth));
            case "lista" -> new ListaEncoder(whole(settings, "depth"), read(settings, "sparsity", Double::valueOf));
            case "network" ->
                new NetworkEncoder(
                        read(settings, "hidden", Architectures::widths),
                        read(settings, "decoder", Architectures::widths),
                        read(settings, "activation", Activation::valueOf),
                        read(settings, "tied", Architectures::truth));
            default -> throw new IllegalArgumentException("there is no encoder of kind '" + kind + "'");
        };
    }

    private static <T> T read(Map<String, String> settings, String name, Function<String, T> reader) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("setting '" + name + "' is missing");
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("setting '" + name + "' cannot be '" + shortened(value) + "'", e);
        }
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "\u2026";
    }

    private static int whole(Map<String, String> settings, String name) {
        return read(settings, name, Integer::valueOf);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static List<Integer> widths(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(text.length() + " characters");
        }
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    }
}
