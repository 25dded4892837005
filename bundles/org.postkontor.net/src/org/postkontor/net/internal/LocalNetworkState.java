package org.postkontor.net.internal;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.net.proxy.IProxyChangeListener;
import org.eclipse.core.net.proxy.IProxyService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.postkontor.net.NetworkState;

/** The addresses of this machine's interfaces that are up, and how often the Eclipse proxy settings were changed. */
@Component
public final class LocalNetworkState implements NetworkState {
	private final AtomicInteger proxyChanges = new AtomicInteger();
	private final IProxyChangeListener listener = event -> proxyChanges.incrementAndGet();

	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
	public void setService(IProxyService service) {
		service.addProxyChangeListener(listener);
	}

	public void unsetService(IProxyService service) {
		service.removeProxyChangeListener(listener);
	}

	@Override
	public String fingerprint() {
		TreeSet<String> addresses = new TreeSet<>();
		try {
			NetworkInterface.networkInterfaces().filter(LocalNetworkState::isUp).flatMap(NetworkInterface::inetAddresses)
					.map(InetAddress::getHostAddress).forEach(addresses::add);
		} catch (SocketException none) {
			addresses.clear();
		}
		return proxyChanges.get() + " " + addresses;
	}

	private static boolean isUp(NetworkInterface device) {
		try {
			return device.isUp() && !device.isLoopback();
		} catch (SocketException gone) {
			return false;
		}
	}
}
