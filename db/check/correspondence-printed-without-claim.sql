-- Correspondences and remarks that are said to be printed in an article and name no claim of one.
select 'correspondence' as what, id from correspondence
where basis = 'printed' and not exists (select from correspondence_claim where correspondence_id = correspondence.id)
union all
select 'remark', id from crosswalk_remark
where basis = 'printed' and not exists (select from crosswalk_remark_claim where remark_id = crosswalk_remark.id);
