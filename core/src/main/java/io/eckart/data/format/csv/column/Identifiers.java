package io.eckart.data.format.csv.column;

import java.util.regex.Pattern;

/** Names of columns that tell rows apart and measure nothing. */
public final class Identifiers {
    private static final Pattern WORD = Pattern.compile(
            "(?i)(.*[ _.\\-])?(id|ids|uuid|guid|key|rowid|rownum|rownames|index|unnamed: ?[0-9]+|zip|zipcode|zip code|postcode"
                    + "|postal code|account|account number|phone|telephone|isbn|ssn|fips|ean|barcode)|row|row_number");
    private static final Pattern CAMEL = Pattern.compile(".*[a-z](Id|ID|Key)");

    private Identifiers() {}

    public static boolean isName(String name) {
        return WORD.matcher(name).matches() || CAMEL.matcher(name).matches();
    }
}
