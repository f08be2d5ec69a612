/** The entry: opens, reads, writes and copies tables in files and folders of any known format. */
@NullMarked
package io.eckart.data.file;

import org.jspecify.annotations.NullMarked;
