package io.eckart.data;

import java.util.List;

/** An exception that knows how to fix the problem. */
public interface Remediable {

    /** Where the problem is. */
    Place place();

    /** The problem, without its place and remedies. */
    String problem();

    /** Ways to fix it, the most likely first; may be empty. */
    List<Remedy> remedies();
}
