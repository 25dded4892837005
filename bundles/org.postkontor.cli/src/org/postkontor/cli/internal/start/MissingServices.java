package org.postkontor.cli.internal.start;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/** Finds out why a component did not come up: follows what is not satisfied down to its causes. */
public final class MissingServices {
	private final BundleContext context;

	public MissingServices(BundleContext context) {
		this.context = context;
	}

	/** One sentence for each cause. @param service interface or class name of the service that is missing */
	public List<String> of(String service) {
		ServiceReference<ServiceComponentRuntime> reference = context.getServiceReference(ServiceComponentRuntime.class);
		ServiceComponentRuntime runtime = reference == null ? null : context.getService(reference);
		if (reference == null || runtime == null) {
			return List.of("no Declarative Services runtime is started");
		}
		try {
			Set<String> causes = new LinkedHashSet<>();
			Set<String> seen = new LinkedHashSet<>();
			unresolved(causes);
			find(service, runtime, seen, causes);
			return causes.isEmpty() ? List.of(String.join(", ", seen) + " not ready: they wait for each other, or for too long") : new ArrayList<>(causes);
		} finally {
			context.ungetService(reference);
		}
	}

	/** A bundle that lacks a package offers nothing; the framework says so only in its log. */
	private void unresolved(Set<String> causes) {
		for (Bundle bundle : context.getBundles()) {
			if (bundle.getState() == Bundle.INSTALLED) {
				causes.add("bundle " + bundle.getSymbolicName() + " is not resolved");
			}
		}
	}

	private static void find(String service, ServiceComponentRuntime runtime, Set<String> seen, Set<String> causes) {
		if (!seen.add(service)) {
			return;
		}
		List<ComponentDescriptionDTO> offers = runtime.getComponentDescriptionDTOs().stream().filter(d -> List.of(d.serviceInterfaces).contains(service))
				.toList();
		if (offers.isEmpty()) {
			causes.add(service + " is offered by no bundle");
		}
		for (ComponentDescriptionDTO offer : offers) {
			Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(offer);
			if (configurations.isEmpty()) {
				causes.add(offer.name + " has no configuration");
			}
			for (ComponentConfigurationDTO configuration : configurations) {
				if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
					causes.add(offer.name + " failed: " + firstLine(configuration.failure));
				}
				for (var unsatisfied : configuration.unsatisfiedReferences) {
					for (ReferenceDTO wanted : offer.references) {
						if (wanted.name.equals(unsatisfied.name)) {
							find(wanted.interfaceName, runtime, seen, causes);
						}
					}
				}
			}
		}
	}

	private static String firstLine(String trace) {
		return trace.lines().findFirst().orElse("");
	}
}
