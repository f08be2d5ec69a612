package io.eckart.network;

import io.eckart.numerics.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Architectures by their word and settings, as they stand in files. */
public final class Architectures {
    private Architectures() {}

    /**
     * The architecture of this kind.
     *
     * @throws IllegalArgumentException if there is no such kind or a setting is missing or out of its range
     */
    public static Architecture of(String kind, Map<String, String> settings) {
        return switch (kind) {
            case "free" -> new FreeEncoder();
            case "pinv" -> new PinvEncoder();
            case "shared" -> new SharedEncoder();
            case "unrolled" ->
                new UnrolledEncoder(
                        whole(settings, "depth"),
                        Double.parseDouble(text(settings, "step")),
                        Boolean.parseBoolean(text(settings, "bounded")));
            case "untied" ->
                new UntiedEncoder(whole(settings, "depth"), Boolean.parseBoolean(text(settings, "per_layer")));
            case "lista" -> new ListaEncoder(whole(settings, "depth"), Double.parseDouble(text(settings, "sparsity")));
            case "network" ->
                new NetworkEncoder(
                        widths(text(settings, "hidden")),
                        widths(text(settings, "decoder")),
                        Activation.valueOf(text(settings, "activation")),
                        Boolean.parseBoolean(text(settings, "tied")));
            default -> throw new IllegalArgumentException("there is no encoder of kind '" + kind + "'");
        };
    }

    private static String text(Map<String, String> settings, String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("setting '" + name + "' is missing");
        }
        return value;
    }

    private static int whole(Map<String, String> settings, String name) {
        return Integer.parseInt(text(settings, name));
    }

    private static List<Integer> widths(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    }
}
