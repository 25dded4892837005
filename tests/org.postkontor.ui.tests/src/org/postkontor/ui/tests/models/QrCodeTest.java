package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.ui.internal.prompt.QrCode;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/** QR codes as a telephone sees them. */
class QrCodeTest {
	private static final String LINK = "https://login.kanzlei.test/code?user_code=WDJB-MJHT";

	@Test
	void isReadAgainAsTheSameLink() throws ReaderException {
		assertEquals(LINK, read(QrCode.of(LINK).orElseThrow()));
	}

	@Test
	void saysNothingOfTheLinkInItsText() {
		assertFalse(QrCode.of(LINK).orElseThrow().toString().contains("WDJB"));
	}

	@Test
	void isMissingForATextThatNoCodeHolds() {
		assertEquals(Optional.empty(), QrCode.of("x".repeat(4_000)));
	}

	@Test
	void hasTheThreeCornersByWhichReadersFindIt() {
		QrCode code = QrCode.of(LINK).orElseThrow();
		assertTrue(code.isDark(0, 0) && code.isDark(code.size() - 1, 0) && code.isDark(0, code.size() - 1));
	}

	private static String read(QrCode code) throws ReaderException {
		int scale = 6;
		int side = (code.size() + 2 * QrCode.QUIET_ZONE) * scale;
		byte[] pixels = new byte[side * side];
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				int column = x / scale - QrCode.QUIET_ZONE;
				int row = y / scale - QrCode.QUIET_ZONE;
				boolean inside = column >= 0 && row >= 0 && column < code.size() && row < code.size();
				pixels[y * side + x] = (byte) (inside && code.isDark(column, row) ? 0 : 255);
			}
		}
		return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new Pixels(pixels, side)))).getText();
	}

	private static final class Pixels extends LuminanceSource {
		private final byte[] pixels;

		Pixels(byte[] pixels, int side) {
			super(side, side);
			this.pixels = pixels;
		}

		@Override
		public byte[] getRow(int y, byte[] row) {
			byte[] copy = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
			System.arraycopy(pixels, y * getWidth(), copy, 0, getWidth());
			return copy;
		}

		@Override
		public byte[] getMatrix() {
			return pixels;
		}
	}
}
