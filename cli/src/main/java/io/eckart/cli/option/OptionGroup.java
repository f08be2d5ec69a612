package io.eckart.cli.option;

import java.lang.reflect.Member;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** The headings under which the help shows options, in its order. */
public enum OptionGroup {
    MODEL("Model"),
    TRAINING("Training"),
    MEASURING("Measuring"),
    DATA("Reading the data"),
    OUTPUT("Output"),
    RUN("Run");

    private final String heading;

    OptionGroup(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }

    /** The group of an option: that of its field or, where this has none, of the class that declares the field. */
    public static Optional<OptionGroup> of(OptionSpec option) {
        if (!(option.userObject() instanceof Member member)) {
            return Optional.empty();
        }
        InGroup own = member instanceof java.lang.reflect.Field field ? field.getAnnotation(InGroup.class) : null;
        InGroup group = own == null ? member.getDeclaringClass().getAnnotation(InGroup.class) : own;
        return Optional.ofNullable(group).map(InGroup::value);
    }
}
