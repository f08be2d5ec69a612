package io.eckart.cli.command;

import java.util.Iterator;

/** The names of the commands that people use. */
final class CommandNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Eckart.COMMANDS.stream()
                .map(Eckart.Named::name)
                .filter(name -> !name.equals(Eckart.HIDDEN))
                .iterator();
    }
}
