package org.postkontor.discovery.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.account.Branding;
import org.postkontor.account.MailAddress;
import org.postkontor.discovery.DiscoverySource;
import org.postkontor.discovery.Proposal;
import org.postkontor.net.HttpService;
import org.postkontor.problem.ProblemException;

/** The directory that the office configured: trusted, asked before everything else, and told the domain only. */
@Component
public final class OfficeDirectorySource implements DiscoverySource {
	private final HttpService http;
	private final Branding branding;

	@Activate
	public OfficeDirectorySource(@Reference HttpService http, @Reference Branding branding) {
		this.http = http;
		this.branding = branding;
	}

	@Override
	public String id() {
		return "directory";
	}

	@Override
	public int rank() {
		return 10;
	}

	@Override
	public List<Proposal> find(MailAddress address, @Nullable IProgressMonitor monitor) throws ProblemException {
		Optional<URI> directory = branding.directory();
		if (directory.isEmpty()) {
			return List.of();
		}
		URI uri = URI.create(directory.get() + address.asciiDomain());
		return new AutoconfigFetch(http, branding, address).at(uri, id(), file -> true, monitor);
	}
}
