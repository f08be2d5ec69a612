package io.eckart.data.format;

import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.numerics.FloatMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A copy in another format than the original's: feature columns and label written anew. */
final class Rewriting implements TableCopy {
    private final TableWriter writer;

    Rewriting(TableSource source, Path target, boolean force) {
        List<String> names = new ArrayList<>(
                source.schema().features().stream().map(Column::name).toList());
        source.schema().label().ifPresent(label -> names.add(label.name()));
        this.writer = Tables.writer(target, names, force);
    }

    @Override
    public void write(Table filled, FloatMatrix added) {
        writer.write(filled);
    }

    @Override
    public void commit() {
        writer.commit();
    }

    @Override
    public void close() {
        writer.close();
    }
}
