package io.eckart.model.fitted;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model was made. Immutable.
 *
 * @param data name of the data
 * @param fingerprint SHA-256 of the feature values it was fitted on
 * @param rows n
 * @param columns number of columns of the table that were used
 * @param seed the seed of all random streams
 * @param version of Eckart
 * @param numerics the linear algebra provider
 * @param threads worker threads; the result does not depend on them
 * @param created time of the fit, ISO 8601 in UTC
 * @param seconds wall time of the fit
 * @param configuration every setting by name
 * @param findings measurements of the fit (optimum, gap, controls, diagnostics), by name
 * @param notes what was decided about the data while they were read
 */
public record Provenance(
        String data,
        String fingerprint,
        long rows,
        int columns,
        long seed,
        String version,
        String numerics,
        int threads,
        String created,
        double seconds,
        Map<String, String> configuration,
        Map<String, String> findings,
        List<String> notes) {

    public Provenance {
        notes = List.copyOf(notes);
        configuration = Map.copyOf(configuration);
        findings = Map.copyOf(findings);
    }

    /** The settings in the order of their names. */
    public Map<String, String> sortedConfiguration() {
        return new TreeMap<>(configuration);
    }

    /** The findings in the order of their names. */
    public Map<String, String> sortedFindings() {
        return new TreeMap<>(findings);
    }

    /** The same with other findings. */
    public Provenance finding(Map<String, String> measured) {
        return new Provenance(
                data,
                fingerprint,
                rows,
                columns,
                seed,
                version,
                numerics,
                threads,
                created,
                seconds,
                configuration,
                measured,
                notes);
    }
}
