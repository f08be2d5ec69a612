package io.eckart.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error in data. The message contains the place (file, row, column, as far as known), the problem, what was expected and how
 * to fix it; each part has an accessor. Rows are counted from 1 as in the file; a header is row 1.
 */
public final class DataException extends RuntimeException implements Remediable {
    private static final long serialVersionUID = 1L;

    private final Place place;
    private final String problem;
    private final Remedy[] remedies;

    /** An error at an unknown place; {@link #in} adds the name of the data. */
    public DataException(String problem, Remedy... remedies) {
        this(Place.UNKNOWN, problem, remedies);
    }

    public DataException(Place place, String problem, Remedy... remedies) {
        this(place, problem, List.of(remedies), null);
    }

    public DataException(Place place, String problem, List<Remedy> remedies, @Nullable Throwable cause) {
        super(
                Remedy.sentence(
                        place.equals(Place.UNKNOWN) ? problem : place + ": " + problem, remedies, Remedy::words),
                cause);
        this.place = place;
        this.problem = problem;
        this.remedies = remedies.toArray(Remedy[]::new);
    }

    /** An error with a cause, such as a file that could not be read or written. */
    public static DataException because(Throwable cause, Place place, String problem, Remedy... remedies) {
        return new DataException(place, problem, List.of(remedies), cause);
    }

    /** This error with the name of the data, unless it has one already. */
    public DataException in(String data) {
        return place.data().isPresent() ? this : new DataException(place.in(data), problem, remedies(), this);
    }

    @Override
    public Place place() {
        return place;
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
