package io.eckart.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Rows whose passes end with an exception once asked to stop. */
record StoppableSource(TableSource source, BooleanSupplier stop) implements TableSource {

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Schema schema() {
        return source.schema();
    }

    @Override
    public OptionalLong rowCount() {
        return source.rowCount();
    }

    @Override
    public List<Note> notes() {
        return source.notes();
    }

    @Override
    public List<String> identifiers() {
        return source.identifiers();
    }

    @Override
    public Optional<SampleColumns> sampleColumns() {
        return source.sampleColumns();
    }

    @Override
    public TextCursor texts(List<String> columns) {
        return source.texts(columns);
    }

    @Override
    public TableCursor open() {
        return new Cursor(source.open(), source.name(), stop);
    }

    private record Cursor(TableCursor cursor, String name, BooleanSupplier stop) implements TableCursor {
        @Override
        public @Nullable Table next() {
            if (stop.getAsBoolean()) {
                throw new CancellationException("asked to stop while " + name + " was read");
            }
            return cursor.next();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
