package org.postkontor.transport.internal;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.activation.CommandMap;
import jakarta.activation.MailcapCommandMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The one piece of VM-wide state that the mail library leaves no way around: the default command map. It is ours while this
 * component is active, and what it was before afterwards, unless somebody else has set one meanwhile.
 */
@Component(immediate = true, service = MailActivation.class)
public final class MailActivation {
	private final Optional<CommandMap> before;
	private final CommandMap ours;

	@Activate
	public MailActivation() {
		before = explicitDefault();
		Supplier<CommandMap> foreign = before.isPresent() ? before::get : MailcapCommandMap::new;
		ours = new DelegatingCommandMap(foreign);
		CommandMap.setDefaultCommandMap(ours);
	}

	/** Gives the VM back as it was found. */
	@Deactivate
	public void restore() {
		if (CommandMap.getDefaultCommandMap() == ours) {
			CommandMap.setDefaultCommandMap(before.isPresent() ? before.get() : null);
		}
	}

	/** A default that somebody has set; otherwise there is one for each context class loader, made when asked for. */
	private static Optional<CommandMap> explicitDefault() {
		Thread thread = Thread.currentThread();
		ClassLoader loader = thread.getContextClassLoader();
		CommandMap here = CommandMap.getDefaultCommandMap();
		try {
			thread.setContextClassLoader(new ClassLoader(MailActivation.class.getClassLoader()) {
			});
			return CommandMap.getDefaultCommandMap() == here ? Optional.of(here) : Optional.empty();
		} finally {
			thread.setContextClassLoader(loader);
		}
	}
}
