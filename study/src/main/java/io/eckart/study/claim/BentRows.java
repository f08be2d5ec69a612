package io.eckart.study.claim;

import io.eckart.data.synthetic.CurvedSurface;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.CodeSize;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudyData;
import io.eckart.study.StudySetting;

/**
 * Rows for claims about networks: those of the study where they are the user's, else near a bent surface, as networks gain nothing on
 * rows of a linear subspace.
 *
 * @param train rows to learn from
 * @param test rows held out
 * @param codeSize d' < k < d
 */
record BentRows(FloatMatrix train, FloatMatrix test, int codeSize) {
    private static final int HELD_OUT = 500;
    private static final int FEATURES = 10;
    private static final int CODE_SIZE = 4;

    static MeasuredOn measuredOn(StudySetting setting) {
        return setting.data().generated()
                ? MeasuredOn.generated(
                        "generated rows near a surface of dimension 2 that bends through 6 of 10 directions")
                : MeasuredOn.of(setting.data());
    }

    static BentRows of(StudySetting setting, RandomStreams random) {
        StudyData data = setting.data().resplit(random.stream("held out"));
        if (!data.generated()) {
            int k = CodeSize.BETWEEN.of(data.intrinsicDimension(), data.features());
            return new BentRows(data.train(), data.test(), k);
        }
        int rows = HELD_OUT + setting.scale().choose(1000, 1500);
        long seed = random.stream("surface").nextLong();
        SurfaceRows surface = SurfaceRows.of(new CurvedSurface(rows, FEATURES, 2, 1, 0, 0.1, seed), HELD_OUT);
        return new BentRows(surface.train(), surface.test(), CODE_SIZE);
    }
}
