package org.postkontor.net.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.TlsPolicy;
import org.postkontor.net.Trust;

/**
 * TLS of the JDK. The office's authorities come and go as dynamic references: each connection asks for its context, so
 * that what is registered before a connection counts for it, whenever this component was activated.
 */
@Component
public final class JdkTlsPolicy implements TlsPolicy {
	private static final String[] VERSIONS = { "TLSv1.3", "TLSv1.2" };

	private final List<OfficeTrust> offices = new CopyOnWriteArrayList<>();
	private volatile @Nullable SSLContext publicContext;
	private volatile @Nullable SSLContext officeContext;

	public JdkTlsPolicy() {
		// no office yet
	}

	/** @param traces which are narrowed before anything connects */
	@Activate
	public JdkTlsPolicy(@Reference WireTraces traces) {
		this();
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
	public void addOffice(OfficeTrust office) {
		offices.add(office);
		officeContext = null;
	}

	public void removeOffice(OfficeTrust office) {
		offices.remove(office);
		officeContext = null;
	}

	@Override
	public SSLContext context(Trust trust) {
		return switch (trust) {
		case PUBLIC -> publicContext();
		case OFFICE -> officeContext();
		};
	}

	// contexts are kept because they hold the TLS sessions to resume; making one twice in a race is harmless

	private SSLContext publicContext() {
		SSLContext known = publicContext;
		if (known == null) {
			known = TrustContexts.trusting(List.of());
			publicContext = known;
		}
		return known;
	}

	private SSLContext officeContext() {
		SSLContext known = officeContext;
		if (known == null) {
			List<OfficeTrust> used = List.copyOf(offices);
			known = TrustContexts.trusting(used.stream().flatMap(o -> o.authorities().stream()).toList());
			if (used.equals(offices)) {
				officeContext = known;
			}
		}
		return known;
	}

	@Override
	public SSLParameters parameters(String algorithm) {
		SSLParameters parameters = new SSLParameters();
		parameters.setProtocols(VERSIONS);
		parameters.setEndpointIdentificationAlgorithm(algorithm);
		return parameters;
	}
}
