package io.eckart.study.demo;

import java.util.List;

/**
 * Drawings with noise or with erased pixels, given back by several models, all with the same code size.
 *
 * @param trainedOn drawings
 * @param testedOn other drawings
 * @param pixels of a drawing
 * @param codeSize k
 * @param depth steps T of the unrolled encoders
 * @param noise standard deviation of the noise
 * @param erasedPart probability that a pixel is erased
 * @param noisy what was given back from noise; squared errors over all pixels
 * @param erased what was given back from drawings with erased pixels; squared errors over the erased ones
 */
public record DamagedDigits(
        int trainedOn,
        int testedOn,
        int pixels,
        int codeSize,
        int depth,
        double noise,
        double erasedPart,
        List<GivenBack> noisy,
        List<GivenBack> erased) {

    public DamagedDigits {
        noisy = List.copyOf(noisy);
        erased = List.copyOf(erased);
    }

    /**
     * What a model gave back.
     *
     * @param what the model, or a control
     * @param error mean squared error per pixel
     */
    public record GivenBack(String what, double error) {}
}
