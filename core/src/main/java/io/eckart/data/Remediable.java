package io.eckart.data;

import java.util.List;

/** An exception that knows what can be done about it. */
public interface Remediable {

    /** Where the problem is. */
    Place place();

    /** What is wrong, without its place and without what to do about it. */
    String problem();

    /** What can be done, the likeliest first; may be empty. */
    List<Remedy> remedies();
}
