package io.eckart.task;

import io.eckart.data.ColumnSummary;
import io.eckart.data.ColumnType;
import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.TableProfile;
import io.eckart.data.TableSource;
import java.util.Arrays;
import java.util.List;

/** The encoding that is used if the user has not chosen a scaling. */
public final class WorkingScale {
    private WorkingScale() {}

    /** Images as they are, everything else standardised. */
    public static Encoding of(TableSource source, TableProfile profile) {
        return source.schema().image().isPresent()
                ? Encoding.fit(source, Scaling.NONE)
                : standardising(source, profile);
    }

    /** As {@link Scaling#STANDARD}, but columns without a spread are only centred. */
    public static Encoding standardising(TableSource source, TableProfile profile) {
        List<ColumnSummary> columns = profile.columns();
        double[] shift = new double[columns.size()];
        double[] scale = new double[columns.size()];
        Arrays.fill(scale, 1);
        for (int j = 0; j < scale.length; j++) {
            ColumnSummary column = columns.get(j);
            if (column.type() == ColumnType.NUMBER && column.observed() > 0) {
                shift[j] = column.mean();
                scale[j] = column.deviation() > 0 && column.max() > column.min() ? column.deviation() : 1;
            }
        }
        return new Encoding(source.schema(), Scaling.STANDARD, shift, scale);
    }
}
