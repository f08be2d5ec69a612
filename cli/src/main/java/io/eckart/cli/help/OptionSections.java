package io.eckart.cli.help;

import io.eckart.cli.option.OptionGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command under headings. */
final class OptionSections {
    private static final String OTHERS = "Other options";
    private static final String ALL = "Options";

    private OptionSections() {}

    /** In the order of the groups, and in each as they are declared; a command with few groups has one heading. */
    static Map<String, List<OptionSpec>> of(CommandSpec command) {
        Map<String, List<OptionSpec>> sections = new LinkedHashMap<>();
        for (OptionGroup group : OptionGroup.values()) {
            sections.put(group.heading(), new ArrayList<>());
        }
        for (OptionSpec option : ArgumentWords.options(command)) {
            String heading = OptionGroup.of(option).map(OptionGroup::heading).orElse(OTHERS);
            sections.computeIfAbsent(heading, name -> new ArrayList<>()).add(option);
        }
        sections.values().removeIf(List::isEmpty);
        return sections.size() > 1
                ? sections
                : Map.of(ALL, sections.values().iterator().next());
    }
}
