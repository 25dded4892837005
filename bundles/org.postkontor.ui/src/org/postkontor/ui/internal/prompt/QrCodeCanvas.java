package org.postkontor.ui.internal.prompt;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.postkontor.ui.internal.AccessibleName;

/** Draws a QR code, in every theme dark on light with its quiet zone: readers do not find it otherwise. */
final class QrCodeCanvas {
	private static final int SIDE = 180;

	private final Canvas canvas;
	private final QrCode code;

	QrCodeCanvas(Composite parent, QrCode code) {
		this.code = code;
		canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.TOP).hint(SIDE, SIDE).applyTo(canvas);
		canvas.setToolTipText(PromptMessages.qrCode);
		canvas.addListener(SWT.Paint, e -> paint(e.gc));
		new AccessibleName(PromptMessages.qrCode).of(canvas);
		canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(@Nullable AccessibleControlEvent event) {
				if (event != null) {
					event.detail = ACC.ROLE_GRAPHIC;
				}
			}
		});
	}

	private void paint(GC gc) {
		int squares = code.size() + 2 * QrCode.QUIET_ZONE;
		int square = Math.max(1, SIDE / squares);
		int margin = (SIDE - square * code.size()) / 2;
		gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_WHITE));
		gc.fillRectangle(0, 0, SIDE, SIDE);
		gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_BLACK));
		for (int y = 0; y < code.size(); y++) {
			for (int x = 0; x < code.size(); x++) {
				if (code.isDark(x, y)) {
					gc.fillRectangle(margin + x * square, margin + y * square, square, square);
				}
			}
		}
	}
}
