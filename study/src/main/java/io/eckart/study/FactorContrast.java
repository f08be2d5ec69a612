package io.eckart.study;

/**
 * How far two levels of a factor are apart, all other factors averaged over.
 *
 * @param response what is compared
 * @param scope among which runs
 * @param what the level against the other
 * @param difference of log10 of the errors; below 0 where the first level has the smaller error
 */
public record FactorContrast(String response, String scope, String what, MeasuredNumber difference) {}
