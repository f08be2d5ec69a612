package io.eckart.data;

import java.util.List;

/** A setting that does not fit the data, the model or another setting. */
public final class SettingException extends IllegalArgumentException implements Remediable {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final Remedy[] remedies;

    public SettingException(String problem, Remedy... remedies) {
        super(Remedy.sentence(problem, List.of(remedies), Remedy::words));
        this.problem = problem;
        this.remedies = remedies.clone();
    }

    @Override
    public Place place() {
        return Place.UNKNOWN;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public List<Remedy> remedies() {
        return List.of(remedies);
    }
}
