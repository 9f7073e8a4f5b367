-- Points, or parts of them, that one crosswalk says both to be dropped and to have a counterpart.
select dropped.crosswalk_id, dropped.earlier_point_id, dropped.earlier_letter
from correspondence dropped join correspondence other on other.crosswalk_id = dropped.crosswalk_id
  and other.earlier_point_id = dropped.earlier_point_id and other.earlier_letter is not distinct from dropped.earlier_letter
where dropped.kind = 'dropped' and other.kind <> 'dropped';
