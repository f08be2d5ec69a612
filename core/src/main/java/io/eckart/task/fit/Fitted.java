package io.eckart.task.fit;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Note;
import io.eckart.model.Model;
import io.eckart.model.fitted.FittedModel;
import io.eckart.task.Evaluation;
import java.util.List;

/**
 * A fitted model, the record of its run, and how well it does on the rows it was fitted on.
 *
 * @param <M> the kind of model
 * @param <R> the record of its run
 * @param notes what a user should know of the data that it was fitted to
 */
public record Fitted<M extends Model, R>(FittedModel<M> model, R run, Evaluation evaluation, List<Note> notes) {
    public Fitted {
        notes = List.copyOf(notes);
    }

    /** The number of feature cells that were not observed. */
    public long missingCells() {
        return evaluation.rows() * model.model().features() - evaluation.cells();
    }

    /** Whether float32 cannot hold a column as finely as it varies: errors and optimum are those of rounded rows. */
    public boolean isRounded() {
        return !model.encoding().notes().isEmpty();
    }

    /** The names of the columns that are not features: texts, and what the user leaves out. */
    public List<String> columnsLeftOut() {
        return model.encoding().schema().columns().stream()
                .filter(column -> column.type() == ColumnType.IGNORED)
                .map(Column::name)
                .toList();
    }
}
