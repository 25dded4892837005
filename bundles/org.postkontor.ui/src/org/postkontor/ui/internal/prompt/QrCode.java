package org.postkontor.ui.internal.prompt;

import java.util.BitSet;
import java.util.Optional;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as squares, row by row; the dark ones are set. Source: ISO/IEC 18004, error correction M, which still reads with
 * a reflection on the screen.
 *
 * @param size squares in a row, without the quiet zone
 */
public record QrCode(int size, BitSet dark) {
	/** Light squares that a reader needs around the code. */
	public static final int QUIET_ZONE = 4;

	public QrCode {
		dark = (BitSet) dark.clone();
	}

	/** Empty if the text is longer than any code holds. */
	public static Optional<QrCode> of(String text) {
		try {
			ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
			BitSet dark = new BitSet();
			for (int y = 0; y < matrix.getHeight(); y++) {
				for (int x = 0; x < matrix.getWidth(); x++) {
					dark.set(y * matrix.getWidth() + x, matrix.get(x, y) == 1);
				}
			}
			return Optional.of(new QrCode(matrix.getWidth(), dark));
		} catch (WriterException | IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	public boolean isDark(int x, int y) {
		return dark.get(y * size + x);
	}

	/** Holds the code of a sign-in: not for logs. */
	@Override
	public String toString() {
		return "QrCode[" + size + "]";
	}
}
