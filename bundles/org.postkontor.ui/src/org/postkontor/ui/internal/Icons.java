package org.postkontor.ui.internal;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** Images of one control, disposed with it. */
public final class Icons {
	private final LocalResourceManager resources;

	public Icons(Control owner) {
		this.resources = new LocalResourceManager(JFaceResources.getResources(), owner);
	}

	public Image get(Icon icon) {
		return resources.get(icon.descriptor());
	}
}
