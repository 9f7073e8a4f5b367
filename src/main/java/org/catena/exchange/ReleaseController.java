package org.catena.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.catena.site.SiteAddress;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The releases, for people and as files.
 */
@Controller
class ReleaseController {

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final Releases releases;

	private final MakeRelease makeRelease;

	private final SiteAddress site;

	ReleaseController(Releases releases, MakeRelease makeRelease, SiteAddress site) {
		this.releases = releases;
		this.makeRelease = makeRelease;
		this.site = site;
	}

	@GetMapping("/releases")
	String releases(Model model) {
		model.addAttribute("releases", this.releases.all());
		return "exchange/releases";
	}

	@GetMapping("/releases/{name:[0-9.-]+}")
	String release(@PathVariable String name, Model model) {
		model.addAttribute("release",
				this.releases.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		model.addAttribute("root", this.site.root());
		return "exchange/release";
	}

	@GetMapping("/releases/{name:[0-9.-]+}.zip")
	ResponseEntity<Resource> whole(@PathVariable String name) {
		Release release = find(name);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"catena-" + name + ".zip\"")
			.eTag('"' + release.sha256() + '"')
			.cacheControl(FOR_EVER)
			.body(new FileSystemResource(this.releases.file(name)));
	}

	@GetMapping("/releases/{name:[0-9.-]+}/{*path}")
	void file(@PathVariable String name, @PathVariable String path, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		String wanted = path.substring(1);
		Release.File file = find(name).files()
			.stream()
			.filter((one) -> one.path().equals(wanted))
			.findFirst()
			.orElseThrow(() -> new NotHere(HttpStatus.NOT_FOUND, "The release has no such file.", null));
		response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER.getHeaderValue());
		if (!file.sha256().isEmpty()
				&& new ServletWebRequest(request, response).checkNotModified("W/\"" + file.sha256() + '"')) {
			return;
		}
		response.setContentType(type(wanted));
		// What is in a file is never run as a page of the site.
		response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
		try (ZipFile zip = new ZipFile(this.releases.file(name).toFile())) {
			ZipEntry entry = zip.getEntry(wanted);
			try (InputStream in = zip.getInputStream(entry)) {
				in.transferTo(response.getOutputStream());
			}
		}
	}

	@GetMapping("/admin/releases")
	String make(Model model) {
		model.addAttribute("releases", this.releases.all());
		return "exchange/make-release";
	}

	@PostMapping("/admin/releases")
	String make(RedirectAttributes redirect) {
		Release release = this.makeRelease.make();
		redirect.addFlashAttribute("notice", "The release " + release.name() + " is made.");
		return "redirect:/admin/releases";
	}

	private Release find(String name) {
		return this.releases.find(name)
			.orElseThrow(() -> new NotHere(HttpStatus.NOT_FOUND, "There is no release of that name.", null));
	}

	private static String type(String path) {
		String ending = path.substring(path.lastIndexOf('.') + 1);
		return switch (ending) {
			case "jsonl" -> "application/jsonl";
			case "json" -> "application/json";
			case "csv" -> "text/csv;charset=UTF-8;header=present";
			case "html" -> "text/html;charset=UTF-8";
			default -> "text/plain;charset=UTF-8";
		};
	}

}
