-- Crosswalks that say nothing, neither of points nor of the plans as a whole.
select crosswalk.id from crosswalk
where crosswalk.withdrawn_reason is null
  and not exists (select from correspondence where crosswalk_id = crosswalk.id)
  and not exists (select from crosswalk_remark where crosswalk_id = crosswalk.id);
