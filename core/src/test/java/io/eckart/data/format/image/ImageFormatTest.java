package io.eckart.data.format.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class ImageFormatTest {
    /** A reader that another library could bring, and that ImageIO may ask before its own. */
    private static final class Foreign extends ImageReaderSpi {
        Foreign() {
            super(
                    "foreign",
                    "1",
                    new String[] {"png"},
                    new String[] {"png"},
                    new String[] {"image/png"},
                    "Foreign",
                    new Class<?>[] {ImageInputStream.class},
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public boolean canDecodeInput(Object source) {
            return true;
        }

        @Override
        public ImageReader createReaderInstance(Object extension) {
            throw new IllegalStateException("the foreign reader was asked");
        }

        @Override
        public String getDescription(Locale locale) {
            return "foreign";
        }
    }

    @Test
    void readersAreThoseOfTheJdk() throws IOException {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        Foreign foreign = new Foreign();
        registry.registerServiceProvider(foreign);
        try {
            for (ImageFormat format : ImageFormat.values()) {
                ImageReader reader = format.reader();
                assertThat(reader.getClass().getModule()).isEqualTo(ImageIO.class.getModule());
                assertThat(reader.getOriginatingProvider().getFormatNames())
                        .contains(format.name().toLowerCase(Locale.ROOT));
                reader.dispose();
            }
        } finally {
            registry.deregisterServiceProvider(foreign);
        }
    }
}
