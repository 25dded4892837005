package org.postkontor.ui.tests.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.postkontor.ui.tests.fakes.Pause;

/** Writes pictures of windows; with their content only, whatever lies over them. */
record Screenshot(Path folder) {
	private static final Duration SETTLING = Duration.ofMillis(500);

	void of(Shell shell, String name) {
		// What was typed last is painted by events that still wait, and buttons fade from one state to the other.
		long end = System.nanoTime() + SETTLING.toNanos();
		while (System.nanoTime() < end) {
			if (!shell.getDisplay().readAndDispatch()) {
				Pause.briefly();
			}
		}
		Rectangle area = shell.getClientArea();
		Image image = new Image(shell.getDisplay(), area.width, area.height);
		GC gc = new GC(image);
		try {
			shell.print(gc);
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			Files.createDirectories(folder);
			loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}
}
