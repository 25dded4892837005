package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.postkontor.cli.internal.start.MissingServices;

class MissingServicesTest {
	private final List<ComponentDescriptionDTO> components = new ArrayList<>();
	private Bundle[] bundles = {};
	private final Map<String, ComponentConfigurationDTO> configurations = new java.util.HashMap<>();

	@Test
	void namesTheServiceThatNobodyOffers() {
		component("line", "CommandLine", "Outbox");
		component("outbox", "Outbox", "Clock");
		assertEquals(List.of("Clock is offered by no bundle"), causes("CommandLine"));
	}

	@Test
	void namesTheComponentThatFailed() {
		component("line", "CommandLine", "Outbox");
		ComponentConfigurationDTO failed = component("outbox", "Outbox");
		failed.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
		failed.failure = "java.lang.LinkageError: sqlite\n\tat somewhere";
		assertEquals(List.of("outbox failed: java.lang.LinkageError: sqlite"), causes("CommandLine"));
	}

	@Test
	void namesTheBundleThatLacksAPackage() {
		bundles = new Bundle[] { proxy(Bundle.class, Map.of("getState", Bundle.INSTALLED, "getSymbolicName", "org.example")) };
		component("line", "CommandLine", "Outbox");
		assertEquals(List.of("bundle org.example is not resolved", "Outbox is offered by no bundle"), causes("CommandLine"));
	}

	@Test
	void endsInACircle() {
		component("a", "A", "B");
		component("b", "B", "A");
		assertEquals(List.of("A, B not ready: they wait for each other, or for too long"), causes("A"));
	}

	@Test
	void saysThatNoRuntimeIsStarted() {
		BundleContext empty = proxy(BundleContext.class, Map.of());
		assertEquals(List.of("no Declarative Services runtime is started"), new MissingServices(empty).of("A"));
	}

	private List<String> causes(String service) {
		ServiceComponentRuntime runtime = (ServiceComponentRuntime) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ServiceComponentRuntime.class }, (proxy, method, arguments) -> method.getName().equals("getComponentDescriptionDTOs") ? components
						: List.of(configurations.get(((ComponentDescriptionDTO) arguments[0]).name)));
		return new MissingServices(proxy(BundleContext.class, Map.of("getServiceReference", proxy(ServiceReference.class, Map.of()), "getService", runtime,
				"getBundles", bundles)))
				.of(service);
	}

	private ComponentConfigurationDTO component(String name, String offers, String... wants) {
		ComponentDescriptionDTO description = new ComponentDescriptionDTO();
		description.name = name;
		description.serviceInterfaces = new String[] { offers };
		description.references = new ReferenceDTO[wants.length];
		ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
		configuration.state = wants.length == 0 ? ComponentConfigurationDTO.SATISFIED : ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
		configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[wants.length];
		for (int i = 0; i < wants.length; i++) {
			description.references[i] = new ReferenceDTO();
			description.references[i].name = "$" + i;
			description.references[i].interfaceName = wants[i];
			configuration.unsatisfiedReferences[i] = new UnsatisfiedReferenceDTO();
			configuration.unsatisfiedReferences[i].name = "$" + i;
		}
		components.add(description);
		configurations.put(name, configuration);
		return configuration;
	}

	private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
		return type.cast(Proxy.newProxyInstance(MissingServicesTest.class.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
			Object answer = answers.get(method.getName());
			return answer == null && method.getReturnType() == boolean.class ? Boolean.FALSE : answer;
		}));
	}
}
