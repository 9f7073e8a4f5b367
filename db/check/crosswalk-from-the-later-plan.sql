-- Crosswalks whose earlier plan is the later one by its date.
select crosswalk.id, earlier.slug as earlier, later.slug as later
from crosswalk join plan earlier on earlier.id = crosswalk.earlier_plan_id join plan later on later.id = crosswalk.later_plan_id
where later.published_latest < earlier.published_earliest;
