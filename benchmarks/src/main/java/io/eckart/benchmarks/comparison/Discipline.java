package io.eckart.benchmarks.comparison;

import java.util.List;

/**
 * Contests on the same data.
 *
 * @param name what one writes on the command line, and what Eckart's side is asked for
 * @param title for people
 * @param check what the number is that shows which work was done
 * @param tolerance by how much of itself that number may differ from Eckart's before the report warns
 * @param data that all sides load
 * @param programs of the others
 * @param contests at least one
 */
record Discipline(
        String name,
        String title,
        String check,
        double tolerance,
        DataSet data,
        List<PeerProgram> programs,
        List<Contest> contests) {
    Discipline {
        programs = List.copyOf(programs);
        contests = List.copyOf(contests);
    }

    /** Without what takes minutes, unless that is wanted. */
    Discipline sized(boolean large) {
        List<Contest> some =
                contests.stream().filter(contest -> large || !contest.slow()).toList();
        return new Discipline(name, title, check, tolerance, data, programs, some);
    }
}
