package org.catena.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A matter under which a plan's points are grouped.
 */
@Entity
class Theme {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "theme_seq")
	@SequenceGenerator(name = "theme_seq", allocationSize = 50)
	private @Nullable Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Plan plan;

	private String slug;

	private String name;

	private int position;

	@SuppressWarnings("NullAway.Init")
	protected Theme() {
	}

	Theme(Plan plan, String slug) {
		this.plan = plan;
		this.slug = slug;
		this.name = slug;
	}

	void revise(String name, int position) {
		this.name = name;
		this.position = position;
	}

	String slug() {
		return this.slug;
	}

}
