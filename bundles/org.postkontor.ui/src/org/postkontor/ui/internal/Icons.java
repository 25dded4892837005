package org.postkontor.ui.internal;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** Images of one control, disposed with it. */
public final class Icons {
	private final LocalResourceManager resources;
	/** Finding an image by its file again for each row would be slow. */
	private final Map<Icon, Image> images = new EnumMap<>(Icon.class);

	public Icons(Control owner) {
		this.resources = new LocalResourceManager(JFaceResources.getResources(), owner);
	}

	public Image get(Icon icon) {
		return images.computeIfAbsent(icon, i -> resources.get(i.descriptor()));
	}
}
