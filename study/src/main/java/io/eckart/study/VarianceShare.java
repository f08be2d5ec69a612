package io.eckart.study;

/**
 * Which part of the variance of a response over a crossed design one factor, or two together beyond what each does alone, account
 * for.
 *
 * @param response what varies
 * @param scope among which runs
 * @param source the factor, or two with " x " between them, or "three and more together"
 * @param share of the sum of squares, 0 to 1, with its interval over seeds
 */
public record VarianceShare(String response, String scope, String source, MeasuredNumber share) {}
