package org.catena.plan;

import java.util.List;

import org.springframework.data.repository.Repository;

/**
 * The crosswalks of the archive.
 */
interface Crosswalks extends Repository<Crosswalk, Long> {

	List<Crosswalk> findAll();

	Crosswalk save(Crosswalk crosswalk);

}
